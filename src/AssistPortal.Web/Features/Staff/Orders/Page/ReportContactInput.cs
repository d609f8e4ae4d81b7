namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Who gets the report.</summary>
public sealed class ReportContactInput
{
    public string? Version { get; set; }

    public string? ReportEmail { get; set; }
}

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>What the address says of a report; all of it may be missing.</summary>
public sealed class ReportInput
{
    /// <summary>The first month.</summary>
    public string? From { get; set; }

    /// <summary>The last month.</summary>
    public string? To { get; set; }

    /// <summary>Key of a site.</summary>
    public string? Site { get; set; }

    /// <summary>Code of a package.</summary>
    public string? Package { get; set; }
}

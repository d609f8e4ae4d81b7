namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>A partner as typed.</summary>
public sealed class PartnerInput
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }
}

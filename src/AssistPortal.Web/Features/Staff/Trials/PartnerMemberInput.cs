namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Whoever is to be an administrator of a partner.</summary>
public sealed class PartnerMemberInput
{
    public string? Email { get; set; }
}

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Whoever is to order at a site.</summary>
public sealed class MemberInput
{
    public string? Email { get; set; }
}

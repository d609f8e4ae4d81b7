namespace AssistPortal.Web.Features.Staff.ShortNotices;

/// <summary>Who is to order sooner than usual, and why.</summary>
public sealed class ShortNoticeInput
{
    public string? Email { get; set; }

    public string? Reason { get; set; }
}

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>What is done with a mail.</summary>
public sealed class MailActInput
{
    /// <summary>See <see cref="AssistPortal.Mail.Desk.MailDesk.SeenOf"/>.</summary>
    public string? Seen { get; set; }
}

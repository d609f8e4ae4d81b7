namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>Which preview is wanted; all of it may be missing.</summary>
public sealed class MailPreviewInput
{
    /// <summary>See <see cref="AssistPortal.Mail.Samples.IMailSample.Key"/>.</summary>
    public string? Key { get; set; }

    /// <summary>Culture name of one of the portal's languages.</summary>
    public string? Language { get; set; }

    /// <summary><see cref="MailPage.Html"/> or <see cref="MailPage.Text"/>.</summary>
    public string? View { get; set; }
}

using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Mail;

/// <summary>Settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Folder in which mails are laid as <c>.eml</c> files; by default <c>mail</c> in the data folder.</summary>
    [Required]
    public string PickupDirectory { get; set; } = "";

    /// <summary>Address that mails come from; also the organiser of calendar entries.</summary>
    [Required, PlainAddress]
    public string From { get; set; } = "assist@portal.example";

    [Required, StringLength(120)]
    public string FromName { get; set; } = "AssistPortal";

    /// <summary>Where answers go, usually the coordinators' mailbox; null leads them to <see cref="From"/>.</summary>
    [PlainAddress]
    public string? ReplyTo { get; set; }
}

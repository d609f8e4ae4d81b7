using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail;

/// <summary>Settings under <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>
    /// Folder in which mails are laid as <c>.eml</c> files; by default <c>mail</c> in the data folder.
    /// </summary>
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

    /// <summary>For how long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many mails one server of the portal sends at once.</summary>
    [Range(1, 32)]
    public int AtOnce { get; set; } = 4;

    /// <summary>For how long a mail server that is away is left alone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ServerRest { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>From which age on an unsent mail turns the health degraded.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "10.00:00:00")]
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromHours(1);

    [ValidateObjectMembers]
    public RetryOptions Retry { get; set; } = new();

    [ValidateObjectMembers]
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>For how long a server has a mail to itself: longer than one attempt takes.</summary>
    internal Duration Lease => Duration.FromTimeSpan(SendTimeout) * 2;
}

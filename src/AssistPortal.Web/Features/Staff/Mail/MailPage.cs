using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>A mail with all that is known of it.</summary>
public sealed record MailPage
{
    public const string Html = "html";
    public const string Text = "text";
    public const string Source = "source";

    public static readonly IReadOnlyList<string> Views = [Html, Text, Source];

    public required OutboxMail Mail { get; init; }

    public required OwnTime Time { get; init; }

    /// <summary>One of <see cref="Views"/>.</summary>
    public required string View { get; init; }

    /// <summary>The order that it is about; null where it is about something else.</summary>
    public RequestNumber? Order { get; init; }

    /// <summary>Why it is not to be sent any more; null where it tells the truth.</summary>
    public MailOutdated? Outdated { get; init; }

    /// <summary>Whether it was to be sent although it is outdated.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether a placeholder stands where something secret is when it is sent.</summary>
    public bool HasSecret { get; init; }

    /// <summary>Its octets as text; null where they are not shown, or no mail can be made of it.</summary>
    public string? Octets { get; init; }

    /// <summary>What has just been done; null where nothing was.</summary>
    public string? Notice { get; init; }

    /// <summary>Why nothing was done.</summary>
    public MailAct? Refusal { get; init; }

    public string Path => $"/staff/mail/{Mail.Id}";

    public string Seen => MailDesk.SeenOf(Mail);

    public bool IsBeingSent => Mail.IsBeingSentAt(Time.Now);

    public bool WasSent => Mail.State is OutboxMailState.Sent or OutboxMailState.Digested;

    public bool CanHold => MailDesk.CanHold(Mail) && !IsBeingSent;

    /// <summary>Whether it goes out by itself some time.</summary>
    public bool HasNextTry => MailDesk.IsToCome(Mail);
}

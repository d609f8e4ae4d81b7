using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// Something that a mail says but that no table may hold, such as the key in a link: it is made each time when the mail
/// is sent.
/// </summary>
public interface IMailSecret
{
    /// <summary>
    /// What stands for it in the stored mail, or what that begins with: letters, digits and hyphens.
    /// </summary>
    string Placeholder { get; }

    /// <summary>Makes it for one mail. Saves by itself.</summary>
    /// <returns>What goes in the place of each placeholder.</returns>
    Task<IReadOnlyDictionary<string, string>> MakeAsync(OutboxMail mail, CancellationToken cancellationToken);
}

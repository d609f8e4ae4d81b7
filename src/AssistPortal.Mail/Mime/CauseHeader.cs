namespace AssistPortal.Mail.Mime;

/// <summary>
/// A header of all mails that are sent for one cause, for programs that sort them; a module registers it.
/// </summary>
/// <param name="Cause">See <see cref="Queue.MailToWrite.Cause"/>.</param>
/// <param name="Name">The header's name.</param>
/// <param name="Value">In ASCII.</param>
public sealed record CauseHeader(string Cause, string Name, string Value);

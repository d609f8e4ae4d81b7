using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <summary>By which states mails can be listed.</summary>
public static class MailFilter
{
    public const string All = "all";
    public const string Waiting = "waiting";
    public const string Failed = "failed";
    public const string Held = "held";

    private static readonly Dictionary<string, OutboxMailState[]> States = new(StringComparer.OrdinalIgnoreCase)
    {
        [All] = [],
        ["unsent"] = [OutboxMailState.Waiting, OutboxMailState.Failed, OutboxMailState.Held, OutboxMailState.Collected],
        [Waiting] = [OutboxMailState.Waiting],
        [Failed] = [OutboxMailState.Failed],
        [Held] = [OutboxMailState.Held],
        ["collected"] = [OutboxMailState.Collected],
        ["sent"] = [OutboxMailState.Sent, OutboxMailState.Digested],
    };

    public static IReadOnlyCollection<string> Choices => States.Keys;

    /// <summary>What was chosen; all where it can't be read.</summary>
    public static string Read(string? typed) =>
        States.Keys.FirstOrDefault(choice => choice.Equals(Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase))
            ?? All;

    /// <summary>The states of a choice; none where every one fits.</summary>
    public static IReadOnlyList<OutboxMailState> StatesOf(string choice) => States[choice];
}

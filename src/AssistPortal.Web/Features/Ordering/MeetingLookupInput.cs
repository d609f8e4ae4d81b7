using AssistPortal.Assist.Ordering;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 2 as typed. The names are a public contract.</summary>
public sealed class MeetingLookupInput
{
    public const string ByHand = "by-hand";

    /// <summary>yes or no.</summary>
    public string? IsScheduled { get; set; }

    public string? HostId { get; set; }

    public string? HostEmail { get; set; }

    /// <summary>The session that was picked, or <see cref="ByHand"/>.</summary>
    public string? SessionKey { get; set; }

    /// <summary>For whom the sessions on the page were listed: <see cref="Asked"/> of then.</summary>
    public string? ListedFor { get; set; }

    /// <summary>What to do when the session's time differs from step 1: use or keep.</summary>
    public string? SessionTime { get; set; }

    /// <summary>Whose sessions are asked for.</summary>
    public string Asked => $"{Tolerant.Code(HostId)} {Tolerant.Email(HostEmail)}";

    public bool SaysYes => Tolerant.Code(IsScheduled).Equals("yes", StringComparison.OrdinalIgnoreCase);

    public bool SaysNo => Tolerant.Code(IsScheduled).Equals("no", StringComparison.OrdinalIgnoreCase);

    public static MeetingLookupInput From(OrderDraft draft) => new()
    {
        IsScheduled = draft.Lookup?.IsScheduled switch
        {
            true => "yes",
            false => "no",
            null => null,
        },
        HostId = draft.Lookup?.HostId,
        // Most contacts are the meeting's host too: what step 1 was told is not asked for again.
        HostEmail = draft.Lookup is { } answer ? answer.HostEmail : draft.Contact.Email,
        SessionKey = draft.Lookup?.SessionKey,
    };

    public MeetingLookupAnswer ToAnswer(string? sessionKey) => new(
        SaysYes ? true : SaysNo ? false : null,
        Kept(HostId),
        Kept(HostEmail),
        sessionKey);

    // Who goes on by hand need not have typed them well.
    private string? Kept(string? typed) =>
        SaysYes && Tolerant.Code(typed) is { Length: <= MeetingLookupValidator.HostIdLength * 2 } asked ? asked : null;
}

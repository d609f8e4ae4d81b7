using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What step 2 shows.</summary>
public sealed record MeetingLookupPage() : StepPage(OrderStep.MeetingLookup)
{
    public required MeetingLookupInput Input { get; init; }

    public override object Typed => Input;

    public override bool AsksFirst => OtherTime is not null;

    public required OrderSummary Summary { get; init; }

    /// <summary>Whether the question has to be answered.</summary>
    public required bool IsCompulsory { get; init; }

    /// <summary>What the directory was found to hold; null before it was asked.</summary>
    public IReadOnlyList<DirectorySession>? Sessions { get; init; }

    /// <summary>The session that is marked: the one that was picked, else the one at the ordered time.</summary>
    public DirectorySession? Marked
    {
        get
        {
            var time = Summary.Draft.Time!;
            return Sessions?.FirstOrDefault(session => session.Key == Input.SessionKey)
                ?? Sessions?.FirstOrDefault(session => !SessionTimes.Differs(session, time))
                ?? Sessions?.FirstOrDefault(session => session.Start == time.Start);
        }
    }

    /// <summary>Whether the directory was asked in vain.</summary>
    public bool DirectoryIsSilent { get; init; }

    /// <summary>The picked session's own time, where it differs from step 1.</summary>
    public EventTime? OtherTime { get; init; }

    /// <summary>Nobody is free at the session's time.</summary>
    public NobodyFree? NobodyFree { get; init; }
}

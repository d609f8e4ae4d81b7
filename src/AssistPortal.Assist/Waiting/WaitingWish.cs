using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>
/// A time at which nobody was free, and a host who wants to be told when somebody is. It outlives the draft that it
/// came from. One offer is made for it; whoever lets that run out may wait anew, behind all others.
/// </summary>
public sealed class WaitingWish : IVersioned
{
    private WaitingWish()
    {
    }

    /// <summary>What is offered is held in the name of this key, as a draft's hold is in that of the draft.</summary>
    public Guid Id { get; private set; }

    public Guid HostUserId { get; private set; }

    public int SiteId { get; private set; }

    public int PackageId { get; private set; }

    public Instant Start { get; private set; }

    public int DurationMinutes { get; private set; }

    /// <summary>IANA zone in which the event is meant.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Culture name of the pages on which it was wished for.</summary>
    public string Language { get; private set; } = "";

    /// <summary>The draft that it came from, and once the offer is taken the one that goes on with it.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>Whoever has waited longest is offered a free time first.</summary>
    public Instant WaitingSince { get; private set; }

    /// <summary>Until when a producer is or was held; null until one is offered.</summary>
    public Instant? OfferedUntil { get; private set; }

    public Instant? TakenAt { get; private set; }

    /// <summary>How many offers were made, with those before somebody waited anew.</summary>
    public int Offers { get; private set; }

    public int Version { get; private set; }

    public EventTime Time => new() { Start = Start, DurationMinutes = DurationMinutes, TimeZone = TimeZone };

    public static WaitingWish Begin(WaitRequest request, Instant now)
    {
        var wish = new WaitingWish
        {
            Id = Guid.NewGuid(),
            HostUserId = request.HostUserId,
            SiteId = request.SiteId,
            PackageId = request.PackageId,
            Start = request.Time.Start,
            DurationMinutes = request.Time.DurationMinutes,
        };
        wish.WaitAnew(request, now);
        return wish;
    }

    /// <summary>Whether it waits, is offered, or is over: a pure function of time.</summary>
    public WaitPhase PhaseAt(Instant now) => this switch
    {
        { TakenAt: not null } => WaitPhase.Taken,
        { OfferedUntil: { } until } => until > now ? WaitPhase.Offered : WaitPhase.Lapsed,
        _ => Start > now ? WaitPhase.Waiting : WaitPhase.Ended,
    };

    /// <summary>Waits once more after an offer, from now on.</summary>
    /// <exception cref="InvalidOperationException">It waits, or is offered to the host at this moment.</exception>
    public void WaitAnew(WaitRequest request, Instant now)
    {
        if (WaitingSince != default && PhaseAt(now) is WaitPhase.Waiting or WaitPhase.Offered)
        {
            throw new InvalidOperationException("It waits already.");
        }

        TimeZone = Guard.TimeZone(request.Time.TimeZone);
        Language = Guard.Filled(Lengths.Language, request.Language);
        (DraftId, WaitingSince, OfferedUntil, TakenAt) = (request.DraftId, now, null, null);
    }

    /// <summary>A producer is held for the host.</summary>
    /// <exception cref="InvalidOperationException">It does not wait.</exception>
    public void Offer(Instant until, Instant now)
    {
        if (PhaseAt(now) != WaitPhase.Waiting)
        {
            throw new InvalidOperationException("Only what waits is offered.");
        }

        (OfferedUntil, Offers) = (until, Offers + 1);
    }

    /// <summary>The host goes on with the offer.</summary>
    /// <exception cref="InvalidOperationException">Nothing is offered.</exception>
    public void Take(Guid draftId, Instant now)
    {
        if (PhaseAt(now) != WaitPhase.Offered)
        {
            throw new InvalidOperationException("Nothing is offered.");
        }

        (DraftId, TakenAt) = (draftId, now);
    }
}

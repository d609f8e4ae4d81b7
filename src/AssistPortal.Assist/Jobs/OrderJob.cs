using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Jobs;

/// <summary>
/// One act on several orders: chosen, foreseen, begun by whoever has chosen them, and then done order by order, by
/// whichever server has time. What became of each stands in its <see cref="OrderJobItem"/>.
/// </summary>
public sealed class OrderJob : IVersioned
{
    /// <summary>So many orders at once.</summary>
    public const int MostOrders = 1000;

    public const int ReasonLength = 500;

    private OrderJob()
    {
    }

    public Guid Id { get; private init; }

    public OrderJobAct Act { get; private init; }

    /// <summary>The coordinator in whose name it is done.</summary>
    public Guid ActorId { get; private init; }

    public Instant CreatedAt { get; private init; }

    /// <summary>When its forecast was made; null while nobody has said how it is to be done.</summary>
    public Instant? ForecastAt { get; private set; }

    /// <summary>From when on it is done; null while nobody has agreed to the forecast.</summary>
    public Instant? BegunAt { get; private set; }

    /// <summary>When somebody stopped what was not begun; null where nobody has.</summary>
    public Instant? StoppedAt { get; private set; }

    public Guid? OwnerId { get; private set; }

    public int? ProducerId { get; private set; }

    public OrderJobMark? Mark { get; private set; }

    public AttentionReason? Matter { get; private set; }

    public string? Note { get; private set; }

    public bool IsWaived { get; private set; }

    public string? Reason { get; private set; }

    public string? Words { get; private set; }

    public int Version { get; private set; }

    /// <summary>How it is done.</summary>
    public JobTerms Terms => new()
    {
        OwnerId = OwnerId,
        ProducerId = ProducerId,
        Mark = Mark,
        Matter = Matter,
        Note = Note,
        IsWaived = IsWaived,
        Reason = Reason,
        Words = Words,
    };

    /// <summary>Orders are chosen for an act; nothing is done yet.</summary>
    public static OrderJob Choose(OrderJobAct act, Guid actorId, Instant now) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        Act = Guard.Named(act),
        ActorId = actorId,
        CreatedAt = now,
    };

    /// <summary>Says how it is to be done; each time its items are foreseen anew.</summary>
    /// <exception cref="InvalidOperationException">It has begun.</exception>
    /// <exception cref="ArgumentException">A text is too long, or what the act needs is missing.</exception>
    public void Foresee(JobTerms terms, Instant now)
    {
        GuardNotBegun();
        if (Act == OrderJobAct.Message && terms.Words is null)
        {
            throw new ArgumentException("A message says something.", nameof(terms));
        }

        if ((Act == OrderJobAct.Mark) != (terms.Mark is not null)
            || (terms.Mark == OrderJobMark.ForAttention && terms.Note is null))
        {
            throw new ArgumentException("A mark says as what, and a note for what.", nameof(terms));
        }

        (OwnerId, ProducerId, IsWaived) = (terms.OwnerId, terms.ProducerId, terms.IsWaived);
        (Mark, Matter) = (terms.Mark, terms.Matter);
        Note = terms.Note is { } note ? Guard.TypedFilled(OrderNote.TextLength, note) : null;
        Reason = terms.Reason is { } reason ? Guard.TypedFilled(ReasonLength, reason) : null;
        Words = terms.Words is { } words ? Guard.TypedFilled(OrderMessage.TextLength, words) : null;
        ForecastAt = now;
    }

    /// <summary>Whoever has chosen the orders agrees to the forecast.</summary>
    /// <exception cref="InvalidOperationException">There is no forecast, or it has begun.</exception>
    public void Begin(Instant now)
    {
        GuardNotBegun();
        if (ForecastAt is null)
        {
            throw new InvalidOperationException($"Job {Id} has no forecast.");
        }

        BegunAt = now;
    }

    /// <summary>What is not begun of it is left.</summary>
    /// <exception cref="InvalidOperationException">It has not begun, or was stopped before.</exception>
    public void Stop(Instant now)
    {
        if (BegunAt is null || StoppedAt is not null)
        {
            throw new InvalidOperationException($"Job {Id} does not run.");
        }

        StoppedAt = now;
    }

    private void GuardNotBegun()
    {
        if (BegunAt is not null)
        {
            throw new InvalidOperationException($"Job {Id} has begun.");
        }
    }
}

using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Notices;

/// <summary>
/// A mail to one recipient that time asks for. There is one for each trial, kind, recipient and end date, so it goes
/// once however often the clock runs.
/// </summary>
public sealed class TrialNotice
{
    private TrialNotice()
    {
    }

    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    internal TrialNotice(Guid trialId, TrialNoticeKind kind, LocalDate endDate, TrialNoticeReader reader, Instant now)
    {
        (Id, TrialId, Kind, EndDate, DueAt) = (Guid.CreateVersion7(), trialId, Guard.Named(kind), endDate, now);
        Audience = Guard.Named(reader.Audience);
        Recipient = Guard.Filled(TrialLengths.Email, reader.Email);
        Name = Guard.Typed(RecipientNameLength, reader.Name);
        Language = Guard.Filled(Lifecycle.Trial.LanguageLength, reader.Language);
    }

    public const int RecipientNameLength = 254;

    public Guid Id { get; private set; }

    public Guid TrialId { get; private set; }

    public TrialNoticeKind Kind { get; private set; }

    /// <summary>The end date that it belongs to: an extension makes new ones.</summary>
    public LocalDate EndDate { get; private set; }

    public TrialNoticeAudience Audience { get; private set; }

    public string Recipient { get; private set; } = "";

    /// <summary>What the mail calls them.</summary>
    public string Name { get; private set; } = "";

    public string Language { get; private set; } = "";

    public TrialNoticeState State { get; private set; }

    public Instant DueAt { get; private set; }

    /// <summary>Until when <see cref="LeaseOwner"/> alone may send it, in real time.</summary>
    public Instant? LeaseUntil { get; private set; }

    public Guid? LeaseOwner { get; private set; }

    /// <summary>When it was sent, or dropped.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>Its mail was written.</summary>
    /// <exception cref="InvalidOperationException">It does not wait.</exception>
    internal void MarkSent(Instant now) => Settle(TrialNoticeState.Sent, now);

    /// <summary>What it tells is true no more.</summary>
    /// <inheritdoc cref="MarkSent" path="/exception" />
    internal void Cancel(Instant now) => Settle(TrialNoticeState.Cancelled, now);

    /// <summary>Forgets whom it went to: of an ended trial numbers are kept, and no names.</summary>
    internal void ForgetReader() => (Recipient, Name) = ($"{Id:N}", "");

    private void Settle(TrialNoticeState state, Instant now)
    {
        if (State != TrialNoticeState.Waiting)
        {
            throw new InvalidOperationException($"Notice {Id} is {State}.");
        }

        (State, SettledAt, LeaseOwner, LeaseUntil) = (state, now, null, null);
    }
}

public enum TrialNoticeKind
{
    /// <summary>Seven days before the end.</summary>
    EndsSoon,

    /// <summary>The end: grace begins.</summary>
    Expired,

    /// <summary>The cut-off: users can no longer use the services.</summary>
    Ended,
}

public enum TrialNoticeAudience
{
    /// <summary>An administrator of the customer.</summary>
    Customer,

    /// <summary>An administrator of the partner.</summary>
    Partner,

    /// <summary>A user of the customer.</summary>
    User,
}

public enum TrialNoticeState
{
    Waiting,
    Sent,

    /// <summary>It was overtaken: by an extension, a conversion, or time.</summary>
    Cancelled,
}

/// <summary>Whom a notice goes to.</summary>
/// <param name="Audience">As what.</param>
/// <param name="Email">Where.</param>
/// <param name="Name">What the mail calls them.</param>
/// <param name="Language">Culture name.</param>
internal sealed record TrialNoticeReader(TrialNoticeAudience Audience, string Email, string Name, string Language);

using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>Something that the partner help desk is asked for, by a partner or a customer.</summary>
public sealed class HelpDeskRequest : IVersioned
{
    public const int KeyLength = 60;

    private HelpDeskRequest()
    {
    }

    /// <summary>A request that is open until the help desk has answered it.</summary>
    /// <exception cref="ArgumentException">A text is blank or too long.</exception>
    internal HelpDeskRequest(HelpDeskRequestKind kind, HelpDeskAsker asker, HelpDeskSubject subject, Instant now)
    {
        (Id, Kind, AskedAt, DueAt) = (Guid.CreateVersion7(), Guard.Named(kind), now, HelpDeskDue.Of(kind, now));
        AskedBy = asker.UserId;
        AskerEmail = Guard.Filled(TrialLengths.Email, asker.Email);
        AskerName = Guard.Typed(TrialLengths.PersonName, asker.Name);
        Language = Guard.Filled(Lifecycle.Trial.LanguageLength, asker.Language);
        (TrialId, DeviceId, LoanNumber) = (subject.TrialId, subject.DeviceId, subject.LoanNumber);
        Text = Guard.Typed(TrialLengths.Text, subject.Text);
        PostalAddress = subject.PostalAddress is { } address ? Guard.TypedFilled(TrialLengths.Text, address) : null;
        LiveKey = KeyOf(kind, subject);
    }

    public Guid Id { get; private set; }

    public HelpDeskRequestKind Kind { get; private set; }

    public HelpDeskRequestState State { get; private set; }

    public Guid AskedBy { get; private set; }

    public string AskerEmail { get; private set; } = "";

    public string AskerName { get; private set; } = "";

    /// <summary>Culture name of the answer's mail.</summary>
    public string Language { get; private set; } = "";

    public Instant AskedAt { get; private set; }

    public Instant DueAt { get; private set; }

    /// <summary>The trial that it is about; null where that is not known.</summary>
    public Guid? TrialId { get; private set; }

    public Guid? DeviceId { get; private set; }

    /// <summary>The demo loan number of a shipment question, as it is compared.</summary>
    public string? LoanNumber { get; private set; }

    /// <summary>What else was said; empty for nothing.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where a label is posted to.</summary>
    public string? PostalAddress { get; private set; }

    /// <summary>
    /// While it is open, unique: two of the same kind for one thing can't be open at once. Null where that is no
    /// matter.
    /// </summary>
    public string? LiveKey { get; private set; }

    /// <summary>Who of the help desk has taken it.</summary>
    public Guid? TakenBy { get; private set; }

    public Instant? TakenAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>What was answered; null while it is open.</summary>
    public string? Answer { get; private set; }

    public int Version { get; private set; }

    /// <summary>The <see cref="LiveKey"/> of such a request.</summary>
    internal static string? KeyOf(HelpDeskRequestKind kind, HelpDeskSubject subject) => kind switch
    {
        HelpDeskRequestKind.Label => $"label:{subject.DeviceId:N}",
        HelpDeskRequestKind.Return => $"return:{subject.DeviceId:N}",
        HelpDeskRequestKind.Question => $"question:{subject.DeviceId:N}",
        HelpDeskRequestKind.MoreDevices => $"more:{subject.TrialId:N}",
        HelpDeskRequestKind.SiteDeletion => $"site:{subject.TrialId}",
        _ => null,
    };

    /// <summary>Somebody of the help desk looks after it.</summary>
    /// <exception cref="InvalidOperationException">It is answered, or somebody else has taken it.</exception>
    internal void Take(Guid userId, Instant now)
    {
        GuardOpen();
        if (TakenBy is { } other && other != userId)
        {
            throw new InvalidOperationException($"Request {Id} is taken.");
        }

        (TakenBy, TakenAt) = (userId, now);
    }

    /// <summary>Gives it back to the queue.</summary>
    /// <exception cref="InvalidOperationException">It is answered.</exception>
    internal void Release()
    {
        GuardOpen();
        (TakenBy, TakenAt) = (null, null);
    }

    /// <summary>Ends it.</summary>
    /// <exception cref="InvalidOperationException">It is answered already.</exception>
    internal void Close(Guid userId, string answer, Instant now)
    {
        GuardOpen();
        (State, AnsweredBy, AnsweredAt, LiveKey) = (HelpDeskRequestState.Answered, userId, now, null);
        Answer = Guard.Typed(TrialLengths.Text, answer);
    }

    /// <summary>Keeps no more than that it was asked and answered.</summary>
    internal void Forget() => (AskerEmail, AskerName, Text, Answer, PostalAddress) = ("", "", "", "", null);

    private void GuardOpen()
    {
        if (State != HelpDeskRequestState.Open)
        {
            throw new InvalidOperationException($"Request {Id} is {State}.");
        }
    }
}

public enum HelpDeskRequestKind
{
    /// <summary>Where a shipment is, by its demo loan number.</summary>
    Shipment,

    /// <summary>A new return label for a device, printed and posted.</summary>
    Label,

    /// <summary>The deletion of a trial's WebEx site, whose URL an order is to have.</summary>
    SiteDeletion,

    /// <summary>A device whose pick-up was announced.</summary>
    Return,

    /// <summary>A question about a device, such as of a label that was lost after pick-up.</summary>
    Question,

    /// <summary>More devices, which customers in the US may order.</summary>
    MoreDevices,
}

public enum HelpDeskRequestState
{
    Open,

    /// <summary>Answered, or done.</summary>
    Answered,
}

using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>What a partner noted of a trial, such as how a talk with the customer went.</summary>
public sealed class TrialNote
{
    private TrialNote()
    {
    }

    /// <exception cref="ArgumentException">The text is blank or too long.</exception>
    public TrialNote(Guid trialId, Guid authorId, string text, Instant now) =>
        (Id, TrialId, AuthorId, Text, At) =
            (Guid.CreateVersion7(), trialId, authorId, Guard.TypedFilled(TrialLengths.Text, text), now);

    public Guid Id { get; private set; }

    public Guid TrialId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    public Instant At { get; private set; }
}

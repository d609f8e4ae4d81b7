using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Trials.Extending;

/// <summary>Something that stands against a change; nothing has changed then.</summary>
/// <param name="Of">What it stands against.</param>
/// <param name="Reason">Why.</param>
/// <param name="What">The service, host or number, where it is one of them.</param>
/// <param name="Former">Who has extended the trial before, where that is the reason.</param>
public sealed record EditRefusal(
    EditPart Of, EditRefusalReason Reason, string What = "", FormerExtension? Former = null)
{
    /// <summary>Why a trial can't be extended at a moment; null where it can.</summary>
    public static EditRefusal? OfExtension(Trial trial, Instant now) => OfState(EditPart.Extension, trial.StateAt(now))
        ?? (trial.ExtendedAt is { } at
            ? new EditRefusal(
                EditPart.Extension, EditRefusalReason.ExtendedBefore, Former: new FormerExtension(trial.ExtendedBy, at))
            : null);

    /// <summary>Why it is too late for something; null where it is not.</summary>
    public static EditRefusal? OfState(EditPart part, TrialState state) => state switch
    {
        TrialState.Expired => new EditRefusal(part, EditRefusalReason.Expired),
        TrialState.Ended => new EditRefusal(part, EditRefusalReason.Ended),
        TrialState.Paid => new EditRefusal(part, EditRefusalReason.Paid),
        _ => null,
    };
}

/// <summary>An extension that there was already.</summary>
/// <param name="By">The account; null where it is not known.</param>
/// <param name="At">When.</param>
public sealed record FormerExtension(Guid? By, Instant At);

public enum EditPart
{
    Extension,
    Services,
    Site,
    Numbers,
}

public enum EditRefusalReason
{
    Expired,
    Ended,
    Paid,
    ExtendedBefore,

    /// <summary>The trial has the service.</summary>
    HasService,

    /// <summary>Another organisation has the site.</summary>
    SiteTaken,

    /// <summary>Another trial has the number, or had it and it is not released yet.</summary>
    NumberTaken,

    /// <summary>Phone numbers go with Call.</summary>
    NoCall,
}

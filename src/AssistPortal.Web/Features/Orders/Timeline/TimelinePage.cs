using AssistPortal.Web.Shared.Times;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>What has happened to an order and what is to come, the last first.</summary>
/// <param name="Events">That.</param>
/// <param name="Time">Moments as the reader has them.</param>
/// <param name="IsForStaff">Whether coordinators read it: they see who did what, and what is internal.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEvent> Events, OwnTime Time, bool IsForStaff);

/// <summary>One line of it.</summary>
/// <param name="At">When.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Title">What.</param>
public sealed record TimelineEvent(Instant At, string Icon, string Title)
{
    /// <summary>Of whatever language it is in: what a person or a mail says.</summary>
    public string? Quote { get; init; }

    /// <summary>Culture name of the quote's language, where it is known.</summary>
    public string? QuoteLanguage { get; init; }

    public IReadOnlyList<string> Details { get; init; } = [];

    public IReadOnlyList<TimelineLink> Links { get; init; } = [];

    /// <summary>Who did it; null where that need not be said.</summary>
    public string? By { get; init; }

    /// <summary>Customers don't see it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Something went wrong.</summary>
    public bool IsTrouble { get; init; }
}

/// <param name="Text">Its words.</param>
/// <param name="Address">Where it leads: a path of the portal, or a whole address elsewhere.</param>
public sealed record TimelineLink(string Text, string Address)
{
    public bool IsElsewhere => !Address.StartsWith('/');
}

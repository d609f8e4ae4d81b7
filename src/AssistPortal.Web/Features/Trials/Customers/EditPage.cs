using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>The page on which a trial is changed.</summary>
public sealed record EditPage
{
    public required Trial Trial { get; init; }

    public required EditTrialInput Input { get; init; }

    /// <summary>Why it can't be extended; null where it can.</summary>
    public required string? NoExtension { get; init; }

    /// <summary>Why nothing can be added; null where something can.</summary>
    public required string? NoAdding { get; init; }

    /// <summary>As it is.</summary>
    public required LocalDate CutOff { get; init; }

    /// <summary>As it would be.</summary>
    public required TrialLife Extended { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Services that it has not.</summary>
    public IEnumerable<CloudService> Missing => Enum.GetValues<CloudService>().Where(service => !Trial.Has(service));

    public string Path => $"{CustomerListPage.Path}/{Trial.Id}";
}

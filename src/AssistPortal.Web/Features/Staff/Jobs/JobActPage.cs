using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Jobs;

namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Asks how something is to be done to the chosen orders.</summary>
public sealed record JobActPage
{
    public required OrderJob Job { get; init; }

    public required JobActInput Input { get; init; }

    /// <summary>How many are chosen.</summary>
    public required int Orders { get; init; }

    /// <summary>Whoever works at the desk.</summary>
    public required IReadOnlyList<DeskPerson> People { get; init; }

    /// <summary>Those who work, by name.</summary>
    public required IReadOnlyList<(int Id, string Name)> Producers { get; init; }

    /// <summary>Address of the list where the orders were chosen.</summary>
    public string Back { get; init; } = "";
}

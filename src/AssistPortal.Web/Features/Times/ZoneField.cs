using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>A field of a time zone, for <c>_ZoneField</c>: people type what they know of it.</summary>
/// <param name="Typed">What stands in it: an IANA name, or words.</param>
/// <param name="Label">Its label.</param>
public sealed record ZoneField(string? Typed, string Label)
{
    /// <summary>The property of the input model.</summary>
    public string Field { get; init; } = "TimeZone";

    /// <summary>The field's name in the form, where it is not the property's.</summary>
    public string? Name { get; init; }

    /// <summary>What the zone is for, where that is not plain.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether the browser's own zone fills it while it is empty.</summary>
    public bool IsPreset { get; init; }

    /// <summary>The day whose offset is told; today where there is none.</summary>
    public LocalDate? On { get; init; }

    /// <summary>IANA names to offer first.</summary>
    public IReadOnlyList<string> Common { get; init; } = [];
}

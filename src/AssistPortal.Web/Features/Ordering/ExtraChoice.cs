using AssistPortal.Assist.Packages;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>An extra of the package, with what is typed for it.</summary>
public sealed record ExtraChoice(ExtraRate Rate, string Name, string? Hours);

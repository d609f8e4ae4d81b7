namespace AssistPortal.Web.Shared;

/// <summary>What somebody else has saved while a form was being filled in: label and value of each field that differs.</summary>
public sealed record ChangedMeanwhile(IReadOnlyList<(string Label, string Value)> Saved);

namespace AssistPortal.Assist.Ordering;

/// <summary>The posted fields of a step, as typed.</summary>
/// <param name="Step">The step.</param>
/// <param name="Fields">Its fields that are not empty.</param>
/// <param name="IsPreset">Whether the portal filled them in, and nobody typed anything as yet.</param>
public sealed record UnfinishedForm(
    OrderStep Step, IReadOnlyDictionary<string, string> Fields, bool IsPreset = false);

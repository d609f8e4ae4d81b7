namespace AssistPortal.Web.Shared.Charts;

/// <param name="Label">Below it, where there is room.</param>
/// <param name="Words">All that it says.</param>
/// <param name="Lower">The part that stands on the ground.</param>
/// <param name="Upper">The part on top of that.</param>
/// <param name="IsMarked">Whether it is to be noticed.</param>
public sealed record ChartColumn(string Label, string Words, long Lower, long Upper = 0, bool IsMarked = false);

namespace AssistPortal.Web.Shared.Charts;

/// <param name="Name">What it stands for.</param>
/// <param name="Value">Its length.</param>
/// <param name="Words">The value in words.</param>
/// <param name="IsMarked">Whether it is to be noticed.</param>
public sealed record ChartBar(string Name, long Value, string Words, bool IsMarked = false);

using FsCheck;

namespace AssistPortal.UnitTests.Assist.Scheduling;

internal static class Checks
{
    /// <summary>That many cases, the same ones in each run.</summary>
    public static Config Fixed(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(20261201, 977);
}

using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;

namespace AssistPortal.UnitTests.Assist.Ordering;

public sealed class ShownTermsTests
{
    private static readonly ShownTerms Shown = new(
        "USD",
        90,
        120_000,
        60,
        12_100,
        [new ShownExtra(ExtraKind.Rehearsal, 18_000, 90)],
        new Dictionary<int, int> { [168] = 0, [48] = 50, [0] = 100 });

    private static readonly OrderedExtra[] Rehearsal = [new(ExtraKind.Rehearsal, 120)];

    [Fact]
    public void What_is_written_reads_back() =>
        Assert.False(ShownTerms.Read(Shown.Write())!.AreExceededBy(Shown, Rehearsal));

    [Fact]
    public void Only_what_is_chosen_counts()
    {
        Assert.True(Shown.AreExceededBy(Shown with { BaseFeeMinor = 120_001 }, []));
        Assert.False(Shown.AreExceededBy(Shown with { BaseFeeMinor = 119_999 }, []));
        Assert.True(Shown.AreExceededBy(Shown with { DurationMinutes = 120 }, []));
        Assert.True(Shown.AreExceededBy(Shown with { IncludedMinutes = 30 }, []));
        Assert.False(
            Shown.AreExceededBy(Shown with { ExtraHourFeeMinor = 13_000 } with { BaseFeeMinor = 110_000 }, []));
        Assert.True(Shown.AreExceededBy(Shown with { Currency = "TWD", BaseFeeMinor = 1 }, []));
        var dearer = Shown with { Extras = [new ShownExtra(ExtraKind.Rehearsal, 18_001, 90)] };
        Assert.True(Shown.AreExceededBy(dearer, Rehearsal));
        Assert.False(Shown.AreExceededBy(dearer, []));
        Assert.True((Shown with { Extras = [] }).AreExceededBy(Shown, Rehearsal));
    }

    [Theory]
    [InlineData(168, 1, true)]
    [InlineData(48, 49, false)]
    [InlineData(24, 60, false)]
    [InlineData(60, 51, true)]
    [InlineData(336, 10, true)]
    public void Harder_terms_count_at_every_notice(int hours, int percent, bool isHarder) => Assert.Equal(
        isHarder,
        Shown.AreExceededBy(Shown with { Terms = new Dictionary<int, int>(Shown.Terms) { [hours] = percent } }, []));
}

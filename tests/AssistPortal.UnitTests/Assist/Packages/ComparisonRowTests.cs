using AssistPortal.Assist.Packages;

namespace AssistPortal.UnitTests.Assist.Packages;

public sealed class ComparisonRowTests
{
    private static ComparisonDetails Details => new(
        ComparisonPhase.Live,
        1,
        new(StringComparer.Ordinal) { ["en"] = new("Moderation", "") },
        new() { [1] = new(Inclusion.Hourly, 90), [2] = new(Inclusion.Included, null) });

    [Fact]
    public void Wrong_details_are_refused_and_change_nothing()
    {
        var row = new ComparisonRow(Details);
        ComparisonDetails[] wrong =
        [
            Details with { Phase = (ComparisonPhase)99 },
            Details with { DisplayOrder = -1 },
            Details with { Texts = new(StringComparer.Ordinal) { ["en"] = new(" ", "") } },
            Details with { Texts = new(StringComparer.Ordinal)
            {
                ["en"] = new("x", new string('x', ComparisonText.DescriptionLength + 1)),
            } },
            Details with { Cells = new() { [1] = new((Inclusion)99, null) } },
            Details with { Cells = new() { [1] = new(Inclusion.Hourly, -1) } },
        ];

        Assert.All(wrong, details => Assert.ThrowsAny<ArgumentException>(() => row.Change(details)));
        Assert.Equal(
            (ComparisonPhase.Live, 1, "Moderation"), (row.Phase, row.DisplayOrder, Assert.Single(row.Texts).Name));
        Assert.Equal(90, row.Cells.Single(cell => cell.PackageId == 1).MinimumMinutes);
    }

    [Fact]
    public void Cells_of_packages_that_are_not_named_stay()
    {
        var row = new ComparisonRow(Details);
        row.Change(Details with
        {
            Cells = new() { [2] = new(Inclusion.NotApplicable, null), [3] = new(Inclusion.Included, null) },
        });
        Assert.Equal(
            [(1, Inclusion.Hourly), (2, Inclusion.NotApplicable), (3, Inclusion.Included)],
            row.Cells.Select(cell => (cell.PackageId, cell.Inclusion)).Order());
    }
}

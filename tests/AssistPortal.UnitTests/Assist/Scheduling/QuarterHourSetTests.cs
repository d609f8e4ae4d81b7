using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public sealed class QuarterHourSetTests
{
    [Fact]
    public void Behaves_like_an_array_of_flags() =>
        Prop.ForAll(Cases().ToArbitrary(), test =>
        {
            var set = new QuarterHourSet(test.Range);
            var flags = new bool[test.Range.Length];
            foreach (var (add, part) in test.Changes)
            {
                Change(set, flags, add, part);
            }

            Assert.Equal(flags, Members(set));
            foreach (var (_, part) in test.Changes)
            {
                Assert.Equal(
                    part.Intersect(test.Range) == part && Numbers(part).All(number => flags[number - test.Range.From]),
                    set.ContainsAll(part));
                Assert.Equal(Last(flags, test.Range, part.To), set.LastBefore(part.To));
            }

            var runs = Enumerable.Range(0, flags.Length)
                .Select(at => at + test.Length <= flags.Length && flags.Skip(at).Take(test.Length).All(flag => flag));
            set.KeepRunStarts(test.Length);
            Assert.Equal(runs, Members(set));
        }).Check(Checks.Fixed(200));

    [Fact]
    public void Has_no_members_without_a_range()
    {
        var set = new QuarterHourSet(new QuarterRange(5, 5));
        set.Add(new QuarterRange(0, 10));

        Assert.Null(set.FirstFrom(0));
        Assert.Null(set.LastBefore(10));
    }

    private static Gen<(QuarterRange Range, (bool Add, QuarterRange Part)[] Changes, int Length)> Cases() =>
        from start in Gen.Choose(-300, 300)
        from length in Gen.Choose(1, 300)
        from changes in Gen.ArrayOf(
            from add in Gen.Elements(true, true, false)
            from at in Gen.Choose(start - 20, start + length + 20)
            from count in Gen.Choose(1, 150)
            select (add, new QuarterRange(at, at + count)))
        from run in Gen.Choose(1, 140)
        select (new QuarterRange(start, start + length), changes, run);

    private static void Change(QuarterHourSet set, bool[] flags, bool add, QuarterRange part)
    {
        if (add)
        {
            set.Add(part);
        }
        else
        {
            set.Remove(part);
        }

        foreach (var number in Numbers(part.Intersect(set.Range)))
        {
            flags[number - set.Range.From] = add;
        }
    }

    private static bool[] Members(QuarterHourSet set)
    {
        var members = new bool[set.Range.Length];
        for (var at = set.FirstFrom(long.MinValue); at is not null; at = set.FirstFrom(at.Value + 1))
        {
            members[at.Value - set.Range.From] = true;
        }

        return members;
    }

    private static long? Last(bool[] flags, QuarterRange range, long before) => Numbers(range)
        .Where(number => number < before && flags[number - range.From])
        .Select(number => (long?)number)
        .LastOrDefault();

    private static IEnumerable<long> Numbers(QuarterRange range) =>
        Enumerable.Range(0, range.Length).Select(at => range.From + at);
}

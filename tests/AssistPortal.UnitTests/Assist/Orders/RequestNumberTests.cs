using AssistPortal.Assist.Orders;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Assist.Orders;

public sealed class RequestNumberTests
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Ten_thousand_random_numbers_read_back_and_none_comes_twice()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(_ => RequestNumber.Random()).ToList();

        Assert.All(numbers, number =>
        {
            Assert.Equal(number, RequestNumber.Parse(number.ToString()));
            Assert.Equal(number, RequestNumber.Parse(number.Compact));
            Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", number.ToString());
        });
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void All_symbols_come_at_all_places()
    {
        var numbers = Enumerable.Range(0, 3_000).Select(_ => RequestNumber.Random().Compact).ToList();

        Assert.All(
            Enumerable.Range(0, RequestNumber.Length),
            place => Assert.Equal(32, numbers.Select(number => number[place]).Distinct().Count()));
    }

    [Fact]
    public void Every_single_wrong_symbol_is_told_as_mistyped()
    {
        foreach (var number in Samples(60))
        {
            for (var place = 0; place < RequestNumber.Length; place++)
            {
                foreach (var wrong in Symbols.Where(symbol => symbol != number[place]))
                {
                    var typed = number[..place] + wrong + number[(place + 1)..];
                    Assert.False(RequestNumber.TryParse(typed, out _), $"{typed} instead of {number}");
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_different_symbols_is_told_as_mistyped()
    {
        foreach (var number in Samples(300))
        {
            for (var first = 0; first < RequestNumber.Length; first++)
            {
                for (var second = first + 1; second < RequestNumber.Length; second++)
                {
                    var typed = number.ToCharArray();
                    (typed[first], typed[second]) = (typed[second], typed[first]);
                    if (typed[first] != typed[second])
                    {
                        Assert.False(
                            RequestNumber.TryParse(new string(typed), out _),
                            $"{new string(typed)} instead of {number}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Just_one_check_symbol_fits()
    {
        Assert.True(RequestNumber.TryParse("00000-00000", out _));
        Assert.Single(Symbols, check => RequestNumber.TryParse("ZZZZZZZZZ" + check, out _));
    }

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("{0}{1}")]
    [InlineData("  {0} {1}\t")]
    [InlineData("{0} - {1}")]
    [InlineData("{0}–{1}")]
    [InlineData("{0}\u2011{1}")]
    [InlineData("{0}－{1}")]
    [InlineData("\u3000{0}\u3000{1}")]
    [InlineData("-{0}--{1}-")]
    [InlineData("{0}\u200b-{1}\u200b")] // J11
    [InlineData("\ufeff#{0}-{1}")] // J11
    [InlineData(" ＃{0}-{1}")] // J11
    public void Spaces_and_hyphens_dont_matter(string form)
    {
        var number = RequestNumber.Random();
        var typed = string.Format(null, form, number.Compact[..5], number.Compact[5..]);

        Assert.Equal(number, RequestNumber.Parse(typed));
    }

    [Fact]
    public void Case_width_and_look_alikes_dont_matter()
    {
        foreach (var number in Samples(200))
        {
            string[] spellings =
            [
                number.ToLowerInvariant(),
                number.Replace('0', 'O').Replace('1', 'I'),
                number.Replace('0', 'o').Replace('1', 'l'),
                number.Replace('1', 'L'),
                FullWidth(number),
                FullWidth(number.ToLowerInvariant()),
            ];
            Assert.All(spellings, typed => Assert.Equal(number, RequestNumber.Parse(typed).Compact));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("0000-0000")]
    [InlineData("000000000")]
    [InlineData("00000000000")]
    [InlineData("00000-0000U")]
    [InlineData("00000_00000")]
    [InlineData("00000.00000")]
    [InlineData("0000000000é")]
    [InlineData("請求號碼")]
    public void A_wrong_length_or_foreign_symbol_is_told_as_mistyped(string? typed)
    {
        Assert.False(RequestNumber.TryParse(typed, out var number));
        Assert.Null(number);
    }

    [Fact]
    public void Parsing_no_number_throws() => Assert.Throws<FormatException>(() => RequestNumber.Parse("00000-00001"));

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\uD800")]
    [InlineData("00000\uDC0000000")]
    public void Text_that_is_no_text_is_told_as_mistyped(string typed) =>
        Assert.False(RequestNumber.TryParse(typed, out _));

    [Fact]
    public void No_text_makes_it_throw_and_what_it_reads_is_written_the_same() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
        {
            if (RequestNumber.TryParse(typed, out var number))
            {
                Assert.Equal(number, RequestNumber.Parse(number.Value.ToString()));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static IEnumerable<string> Samples(int count) =>
        Enumerable.Range(0, count).Select(_ => RequestNumber.Random().Compact);

    private static string FullWidth(string text) => string.Concat(text.Select(sign => (char)(sign - '!' + '！')));
}

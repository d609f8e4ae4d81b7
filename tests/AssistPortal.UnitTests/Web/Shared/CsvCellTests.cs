using AssistPortal.Web.Features.Staff.Meetings;
using AssistPortal.Web.Shared.Csv;
using NodaTime;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+886 2", "'+886 2")]
    [InlineData("-1", "'-1")]
    [InlineData("@host", "'@host")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋886 2", "'＋886 2")]
    [InlineData("－1", "'－1")]
    [InlineData("＠host", "'＠host")]
    [InlineData("'=1", "''=1")]
    [InlineData("''@", "'''@")]
    [InlineData("'tis plain", "'tis plain")]
    [InlineData("'", "'")]
    [InlineData("1=1", "1=1")]
    [InlineData("春季", "春季")]
    [InlineData("", "")]
    public void A_formula_is_defused_and_every_text_comes_back(string text, string written)
    {
        Assert.Equal(written, CsvCell.Defuse(text));
        Assert.Equal(text, CsvCell.Restore(written));
    }

    [Fact]
    public void D17_A_moment_is_written_as_spreadsheets_read_it() =>
        Assert.Equal("2026-11-28 20:29:28", CsvCell.TextOf(Instant.FromUtc(2026, 11, 28, 20, 29, 28)));

    [Fact]
    public void Each_column_stands_for_a_field_of_its_own()
    {
        var input = new MeetingInput();
        foreach (var column in MeetingCsv.Columns)
        {
            column.Set(input, column.Name);
        }

        Assert.All(MeetingCsv.Columns, column => Assert.Equal(column.Name, column.Get(input)));
    }
}

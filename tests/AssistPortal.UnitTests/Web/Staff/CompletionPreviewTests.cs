using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.Web.Features.Staff.Orders.Acts;

namespace AssistPortal.UnitTests.Web.Staff;

public sealed class CompletionPreviewTests
{
    private static readonly Uri Recording = new("https://rec.example/a");

    /// <summary>1,350 are expected.</summary>
    [Theory]
    [InlineData(10, 20, 10)]
    [InlineData(10, 10, null)]
    [InlineData(2000, 1900, null)]
    [InlineData(null, 1351, 1350)]
    [InlineData(null, 1350, null)]
    [InlineData(0, null, null)]
    public void D5_More_who_came_than_registered_or_else_than_expected_are_noticed(
        int? registered, int? attended, int? most) =>
        Assert.Equal(most, Of(new PostEventReport(registered, attended, [])).Exceeded);

    [Fact]
    public void D5_A_report_is_empty_when_it_tells_nothing_at_all()
    {
        Assert.True(Of(new PostEventReport(null, null, [])).IsEmpty);
        Assert.False(Of(new PostEventReport(0, null, [])).IsEmpty);
        Assert.False(Of(new PostEventReport(null, 0, [])).IsEmpty);
        Assert.False(Of(new PostEventReport(null, null, [Recording])).IsEmpty);
    }

    [Fact]
    public void D5_Whatever_is_another_is_to_be_looked_at_anew()
    {
        CompletionPreview[] others =
        [
            Of(new PostEventReport(120, 99, [Recording])),
            Of(new PostEventReport(121, 99, [Recording])),
            Of(new PostEventReport(null, 99, [Recording])),
            Of(new PostEventReport(120, null, [Recording])),
            Of(new PostEventReport(120, 99, [])),
            Of(new PostEventReport(120, 99, [Recording]), words: "Well done"),
            Of(new PostEventReport(120, 99, [Recording]), amount: 1001),
        ];

        Assert.Equal(others.Length, others.Select(preview => preview.Seen).Distinct().Count());
        Assert.Equal(others[0].Seen, Of(new PostEventReport(120, 99, [Recording])).Seen);
    }

    private static CompletionPreview Of(PostEventReport report, string? words = null, long amount = 1000) => new(
        SampleOrder.Placed(),
        report,
        words,
        InvoiceLine.Of(Guid.Empty, [new ChargedLine(FeeKind.Base, null, null, amount)]));
}

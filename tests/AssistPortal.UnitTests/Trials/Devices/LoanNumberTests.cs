using AssistPortal.Trials.Devices;

namespace AssistPortal.UnitTests.Trials.Devices;

public sealed class LoanNumberTests
{
    [Theory]
    [InlineData("D-4711-0815", "D-4711-0815")]
    [InlineData("d-4711-0815", "D-4711-0815")]
    [InlineData("  D 4711\t08 15 ", "D47110815")]
    [InlineData("Ｄ－４７１１", "D-4711")]
    [InlineData("ｄ４７１１", "D4711")]
    [InlineData("D–4711—08", "D-4711-08")]
    [InlineData("D\u00a0\u30004711", "D4711")]
    [InlineData("DA", "DA")]
    public void It_is_read_tolerantly(string typed, string number)
    {
        Assert.Null(LoanNumber.FaultOf(typed));
        Assert.Equal(number, LoanNumber.Of(typed));
    }

    [Theory]
    [InlineData(null, LoanNumberFault.Missing)]
    [InlineData(" \u3000", LoanNumberFault.Missing)]
    [InlineData("4711", LoanNumberFault.WithoutD)]
    [InlineData("X-4711", LoanNumberFault.WithoutD)]
    [InlineData("-D4711", LoanNumberFault.WithoutD)]
    [InlineData("D", LoanNumberFault.Malformed)]
    [InlineData("D_4711", LoanNumberFault.Malformed)]
    [InlineData("D4711é", LoanNumberFault.Malformed)]
    [InlineData("D演示", LoanNumberFault.Malformed)]
    [InlineData("D\u0000", LoanNumberFault.Malformed)]
    public void What_is_wrong_with_it_is_told(string? typed, LoanNumberFault fault) =>
        Assert.Equal(fault, LoanNumber.FaultOf(typed));

    [Fact]
    public void After_the_D_up_to_29_signs_follow()
    {
        Assert.Null(LoanNumber.FaultOf("D" + new string('7', 29)));
        Assert.Equal(LoanNumberFault.Malformed, LoanNumber.FaultOf("D" + new string('7', 30)));
    }
}

using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;

namespace AssistPortal.UnitTests.Assist.Billing;

public sealed class ContractTests
{
    private static readonly ContractTerms Agreed =
        new(40_000, 90, 8_001, new() { [ExtraKind.Rehearsal] = new(100, 30) });

    private readonly Contract contract = new(1, 1, "USD");

    [Fact]
    public void A_contract_is_in_a_currency() => Assert.Throws<ArgumentException>(() => new Contract(1, 1, "ABC"));

    [Fact]
    public void The_terms_are_those_last_agreed()
    {
        contract.Agree(Agreed);
        contract.Agree(new ContractTerms(null, null, 5, new() { [ExtraKind.Consultation] = new(7, null) }));
        Assert.Equal((null, null, 5), (contract.BaseFeeMinor, contract.IncludedMinutes, contract.ExtraHourFeeMinor));
        var extra = Assert.Single(contract.Extras);
        Assert.Equal((ExtraKind.Consultation, 7, null), (extra.Kind, extra.HourlyFeeMinor, extra.MinimumMinutes));
    }

    [Fact]
    public void Terms_below_zero_are_refused_and_change_nothing()
    {
        contract.Agree(Agreed);
        ContractTerms[] wrong =
        [
            Agreed with { BaseFeeMinor = -1 },
            Agreed with { IncludedMinutes = -1 },
            Agreed with { ExtraHourFeeMinor = -1 },
            Agreed with { Extras = new() { [ExtraKind.Rehearsal] = new(-1, null) } },
            Agreed with { Extras = new() { [ExtraKind.Rehearsal] = new(null, -1) } },
            Agreed with { Extras = new() { [(ExtraKind)99] = new(1, 1) } },
        ];
        Assert.All(wrong, terms => Assert.Throws<ArgumentOutOfRangeException>(() => contract.Agree(terms)));
        Assert.Equal(40_000, contract.BaseFeeMinor);
        Assert.Equal(100, Assert.Single(contract.Extras).HourlyFeeMinor);
    }
}

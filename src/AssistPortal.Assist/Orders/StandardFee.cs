using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Orders;

/// <summary>The standard fee of an order by a rate card: what it consists of, line by line.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Lines">In the order in which they are shown.</param>
public sealed record StandardFee(string Currency, IReadOnlyList<FeeLine> Lines)
{
    /// <summary>Event time and extras are charged in steps of half an hour.</summary>
    public const int StepMinutes = 30;

    /// <summary>What was ordered on top of the package.</summary>
    public IEnumerable<FeeLine> Extras => Lines.Where(line => line.Kind is not (FeeKind.Base or FeeKind.ExtraTime));

    /// <summary>In minor units.</summary>
    public long TotalMinor => Lines.Sum(line => line.AmountMinor);

    /// <summary>Base fee, event time beyond what it includes, extras; parts that cost nothing are left out.</summary>
    public static StandardFee By(RateCard card, int durationMinutes, IEnumerable<OrderedExtra> extras) =>
        By(card.Currency, RateCardDetails.Of(card), durationMinutes, extras);

    /// <summary>The same by rates that stand on no card.</summary>
    internal static StandardFee By(
        string currency, RateCardDetails rates, int durationMinutes, IEnumerable<OrderedExtra> extras)
    {
        List<FeeLine> lines = [new(FeeKind.Base, null, rates.BaseFeeMinor)];
        var extraTime = RoundUp(durationMinutes - rates.IncludedMinutes);
        if (extraTime > 0)
        {
            lines.Add(new FeeLine(FeeKind.ExtraTime, extraTime, AmountMinor(rates.ExtraHourFeeMinor, extraTime)));
        }

        foreach (var extra in extras.OrderBy(extra => extra.Kind))
        {
            var rate = rates.Extras.Single(rate => rate.Key == extra.Kind).Value;
            var charged = RoundUp(Math.Max(extra.Minutes, rate.MinimumMinutes));
            lines.Add(new FeeLine(KindOf(extra.Kind), charged, AmountMinor(rate.HourlyFeeMinor, charged)));
        }

        return new StandardFee(currency, lines);
    }

    internal static int RoundUp(int minutes) =>
        minutes <= 0 ? 0 : (minutes + StepMinutes - 1) / StepMinutes * StepMinutes;

    /// <summary>An odd hourly rate leaves half a minor unit at a half hour: rounded up, as on an invoice.</summary>
    internal static long AmountMinor(long hourlyMinor, int minutes) => ((hourlyMinor * minutes) + 59) / 60;

    public static FeeKind KindOf(ExtraKind extra) => extra switch
    {
        ExtraKind.Consultation => FeeKind.Consultation,
        ExtraKind.Rehearsal => FeeKind.Rehearsal,
        ExtraKind.RecordingEditing => FeeKind.RecordingEditing,
        ExtraKind.RegistrationManagement => FeeKind.RegistrationManagement,
        _ => throw new ArgumentOutOfRangeException(nameof(extra), extra, "Unknown extra."),
    };
}

/// <summary>One line of a fee.</summary>
/// <param name="Kind">What is charged.</param>
/// <param name="Minutes">Time charged, where the line goes by time.</param>
/// <param name="AmountMinor">In minor units of the fee's currency.</param>
public sealed record FeeLine(FeeKind Kind, int? Minutes, long AmountMinor);

public enum FeeKind
{
    Base,
    ExtraTime,
    Consultation,
    Rehearsal,
    RecordingEditing,
    RegistrationManagement,

    /// <summary>Only on invoices.</summary>
    Cancellation,

    /// <summary>A line that a coordinator has added, with a text of its own; only on invoices.</summary>
    Further,
}

/// <summary>An extra that the host orders.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Minutes">How much of it.</param>
public sealed record OrderedExtra(ExtraKind Kind, int Minutes);

using AssistPortal.Assist.Attention;

namespace AssistPortal.Assist.Jobs;

/// <summary>What would become of one order.</summary>
/// <param name="Refusal">Why nothing would; null where it would be done.</param>
/// <param name="FeeMinor">What cancelling would cost, in minor units; null for other acts.</param>
/// <param name="ProducerId">Who would assist; null for other acts.</param>
/// <param name="AsksLanguageAgain">Whether that one does not speak what the customer was promised.</param>
internal sealed record ItemForecast(
    JobRefusal? Refusal, long? FeeMinor = null, int? ProducerId = null, bool AsksLanguageAgain = false)
{
    /// <summary>What would be settled.</summary>
    public IReadOnlyList<AttentionReason> Matters { get; init; } = [];

    /// <summary>Keys of the coming sessions that would stay with the former producer.</summary>
    public IReadOnlyList<Guid> Staying { get; init; } = [];
}

using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What a draft holds already.</summary>
/// <param name="Id">The reservation.</param>
/// <param name="ProducerId">Whose time it is.</param>
/// <param name="Time">The time, with lead and trail.</param>
/// <param name="Since">Since when it is held; null where it may be renewed without end.</param>
/// <param name="Until">When the hold runs out.</param>
internal sealed record OwnHold(Guid Id, int ProducerId, Interval Time, Instant? Since, Instant Until);

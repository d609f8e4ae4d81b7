using AssistPortal.Assist.Producers;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The head of a producer's pages.</summary>
/// <param name="Producer">The producer.</param>
/// <param name="Here">Which page it is.</param>
/// <param name="Notice">What was just done.</param>
public sealed record ProducerHead(Producer Producer, ProducerPart Here, string? Notice);

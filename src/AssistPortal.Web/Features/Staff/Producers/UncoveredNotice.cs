namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Reservations that are without cover, or would be.</summary>
/// <param name="Table">The assignments.</param>
/// <param name="ProducerId">Whose they are.</param>
/// <param name="IsSaved">Whether it is so already.</param>
public sealed record UncoveredNotice(AssignmentTable Table, int ProducerId, bool IsSaved);

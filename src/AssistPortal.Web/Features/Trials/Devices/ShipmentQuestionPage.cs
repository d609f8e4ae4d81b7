using AssistPortal.Trials.HelpDesk;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>The form of a shipment question, and what was asked before.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Asked">The reader's own questions, the latest first.</param>
/// <param name="Time">Tells moments in the reader's zone.</param>
public sealed record ShipmentQuestionPage(
    ShipmentQuestionInput Input, IReadOnlyList<HelpDeskRequest> Asked, OwnTime Time);

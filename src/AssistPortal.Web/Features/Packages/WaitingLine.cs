using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Waiting;

namespace AssistPortal.Web.Features.Packages;

/// <summary>A time that the host waits for, or is offered.</summary>
public sealed record WaitingLine(WaitingWish Wish, ServicePackage Package);

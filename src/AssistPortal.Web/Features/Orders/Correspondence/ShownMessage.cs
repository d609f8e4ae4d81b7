using NodaTime;

namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>A message as it is read.</summary>
/// <param name="Author">Who wrote it, in words.</param>
/// <param name="IsFromCustomer">Or else from a coordinator.</param>
/// <param name="At">When.</param>
/// <param name="When">The same in words.</param>
/// <param name="Text">What it says.</param>
public sealed record ShownMessage(string Author, bool IsFromCustomer, Instant At, string When, string Text);

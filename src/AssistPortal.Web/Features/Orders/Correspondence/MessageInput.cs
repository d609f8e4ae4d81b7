namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>A message as typed, by customer or coordinator. The name is a public contract.</summary>
public sealed class MessageInput
{
    public string? Message { get; set; }
}

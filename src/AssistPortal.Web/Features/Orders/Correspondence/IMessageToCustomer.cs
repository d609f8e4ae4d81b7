namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>What a coordinator may say to the customer with an act. The name is a public contract.</summary>
public interface IMessageToCustomer
{
    string? MessageToCustomer { get; set; }
}

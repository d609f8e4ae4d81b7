namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>A page on which somebody acts on the sessions of an order.</summary>
public abstract record SessionActPage(SessionTable Table, bool HasChanged) : OrderActPage(Table.Whole, HasChanged)
{
    public override string Path => Table.Actor.Path;
}

using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using FluentValidation;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>The list that stands beside an order on wide screens.</summary>
public sealed class OrdersBeside(
    OrderListPlace place, OrderListPages pages, OrderList list, IValidator<OrderListInput> validator)
{
    /// <summary>
    /// The page of the list from which the order was chosen; null where there is none. The browser keeps it, so that it
    /// stands there again when something was done to the order.
    /// </summary>
    public async Task<OrderListPage?> ReadAsync(
        RequestNumber number, HttpContext http, CancellationToken cancellationToken)
    {
        if (place.Beside(number, http.Request) is not { } input
            || !(await validator.ValidateAsync(input, cancellationToken)).IsValid)
        {
            return null;
        }

        if (OrderListPlace.IsIn(http.Request))
        {
            place.Keep(http, number);
        }

        var page = await pages.OfAsync(input, http.User, cancellationToken);
        return page with
        {
            Chosen = number,
            List = await list.ReadAsync(
                input, new ListReader(http.User.UserId(), page.Time.TimeZone), cancellationToken),
        };
    }
}

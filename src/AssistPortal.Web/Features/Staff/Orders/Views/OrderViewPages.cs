using System.Security.Claims;
using AssistPortal.Assist.Desk;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Orders.List;

namespace AssistPortal.Web.Features.Staff.Orders.Views;

/// <summary>Gathers what the page of somebody's views shows.</summary>
public sealed class OrderViewPages(OrderViews views, OrderListPages lists, FilterWords words)
{
    /// <param name="user">Whose views.</param>
    /// <param name="filter">What they are about to save; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<OrderViewsPage> OfAsync(
        ClaimsPrincipal user, OrderListInput? filter, CancellationToken cancellationToken)
    {
        var names = await lists.OfAsync(filter ?? new OrderListInput(), user, cancellationToken);
        var saved = await views.OfAsync(user.UserId(), cancellationToken);
        return new OrderViewsPage(
            [.. saved.Select(view => new SavedView(view, words.Of(names, ViewQuery.Read(view.Query))))])
        {
            Filter = filter,
            Words = filter is null ? [] : words.Of(names, filter),
        };
    }
}

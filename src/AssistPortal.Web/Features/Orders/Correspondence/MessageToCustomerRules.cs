using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>Reads and checks <see cref="IMessageToCustomer"/>.</summary>
internal static class MessageToCustomerRules
{
    public static void AddMessageRule<TInput>(
        this AbstractValidator<TInput> validator, IStringLocalizer<SharedTexts> shared)
        where TInput : IMessageToCustomer =>
        validator.RuleFor(input => input.MessageToCustomer).OptionalText(OrderMessage.TextLength, shared);

    /// <summary>What is said; null for nothing.</summary>
    public static string? Words(this IMessageToCustomer input) =>
        Tolerant.Text(input.MessageToCustomer) is var text && TypedText.IsSeen(text) ? text : null;
}

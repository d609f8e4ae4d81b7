namespace AssistPortal.Web.Features.Trials.Customers;

internal static class CustomersSetup
{
    public static IServiceCollection AddCustomerPages(this IServiceCollection services) => services
        .AddScoped<CustomerList>()
        .AddScoped<CustomerCsv>()
        .AddScoped<RefusalWords>()
        .AddScoped<TrialPages>()
        .AddScoped<EditPages>()
        .AddScoped<ExtendPages>();
}

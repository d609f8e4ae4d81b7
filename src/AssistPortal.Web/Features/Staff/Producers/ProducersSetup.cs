namespace AssistPortal.Web.Features.Staff.Producers;

internal static class ProducersSetup
{
    public static IServiceCollection AddProducerPages(this IServiceCollection services) => services
        .AddScoped<ProducerWords>()
        .AddScoped<ProducerForms>()
        .AddScoped<ProducerReader>()
        .AddScoped<ProducerDifferences>()
        .AddScoped<HoursForms>()
        .AddScoped<HoursReader>()
        .AddScoped<TimeOffForms>()
        .AddScoped<CalendarForms>()
        .AddScoped<SpanReader>()
        .AddScoped<CoverForms>();
}
